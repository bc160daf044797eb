import { ClaimsIdentity } from 'botframework-connector';
import { DeskAuthentication, publicCloud } from '../../src/bot/authentication';
import { inProcessUrl } from '../../src/bot/in-process-connector';

const app = {
  id: '7f0c7d2e-0000-4000-8000-000000000001',
  type: 'SingleTenant',
  tenantId: 't',
  password: 'Zx~9fake',
} as const;
const nobody = new ClaimsIdentity([]);
const bots = new ClaimsIdentity([{ type: 'aud', value: app.id }]);

function authentication(azure?: typeof app) {
  const delivered: unknown[] = [];
  const deliver = (conversation: string, activity: object) => {
    delivered.push([conversation, activity]);
    return Promise.resolve({ id: '1' });
  };
  return { delivered, desk: new DeskAuthentication(azure, deliver, publicCloud) };
}

test('when the bot speaks first, channels in this process are reached in this process', async () => {
  for (const [azure, claims] of [
    [undefined, nobody],
    [app, bots],
  ] as const) {
    const { desk, delivered } = authentication(azure);
    const connector = await desk.createConnectorFactory(claims).create(inProcessUrl);
    await connector.conversations.sendToConversation('c1', { type: 'message', text: 'hello' });
    expect(delivered).toEqual([['c1', { type: 'message', text: 'hello' }]]);
  }
});

test.each(['https://evil.example/', 'http://smba.trafficmanager.net/', ''])(
  'and %j is not called',
  async (serviceUrl) => {
    await expect(authentication(app).desk.createConnectorFactory(bots).create(serviceUrl)).rejects.toThrow(
      'may not call',
    );
  },
);

test('with an app id Microsoft’s channels may be called, without one this machine alone', async () => {
  const [teams, local] = ['https://smba.trafficmanager.net/uk/', 'http://localhost:5000/'];
  await expect(authentication(app).desk.createConnectorFactory(bots).create(teams)).resolves.toBeDefined();
  await expect(authentication(app).desk.createConnectorFactory(bots).create(local)).rejects.toThrow();
  await expect(authentication().desk.createConnectorFactory(nobody).create(local)).resolves.toBeDefined();
  await expect(authentication().desk.createConnectorFactory(nobody).create(teams)).rejects.toThrow();
});

test.each([
  [{ type: 'SingleTenant', tenantId: 't', password: 'p' }],
  [{ type: 'MultiTenant', password: 'p' }],
  [{ type: 'UserAssignedMSI', tenantId: 't' }],
] as const)('the SDK accepts every kind of registration that the settings accept: %j', (registration) => {
  const deliver = () => Promise.resolve({ id: '1' });
  expect(() => new DeskAuthentication({ id: app.id, ...registration }, deliver, publicCloud)).not.toThrow();
});

test('strangers are turned away before the SDK looks at them', () => {
  expect(() => {
    authentication(app).desk.admit('Bearer a.b.c');
  }).toThrow('not signed by the Bot Connector');
  expect(() => {
    authentication().desk.admit(undefined);
  }).not.toThrow();
});
