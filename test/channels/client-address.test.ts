import fc from 'fast-check';
import { clientAddress, networkOf } from '../../src/channels/client-address';
import { closeDesks, startDesk } from '../server/desk';

const address = (proxies: string[], peer: string, said?: string) =>
  clientAddress(proxies)(peer, said === undefined ? {} : { 'x-forwarded-for': said });

test('without proxies the peer is who asks, whatever is claimed', () => {
  expect(address([], '203.0.113.9')).toBe('203.0.113.9');
  expect(address([], '203.0.113.9', '192.0.2.1')).toBe('203.0.113.9');
  expect(address(['10.0.0.1'], '203.0.113.9', '192.0.2.1')).toBe('203.0.113.9');
});

test.each([
  ['10.0.0.1', '192.0.2.1', '192.0.2.1'],
  ['10.0.0.1', '192.0.2.1, 10.0.0.2', '192.0.2.1'],
  ['10.0.0.1', '6.6.6.6, 192.0.2.1', '192.0.2.1'],
  ['10.0.0.1', '6.6.6.6, 192.0.2.1,10.0.0.2 , 10.0.0.3', '192.0.2.1'],
  ['10.0.0.1', '10.0.0.9, 192.0.2.1', '192.0.2.1'],
  ['10.0.0.1', undefined, '10.0.0.1'],
  ['10.0.0.1', '', '10.0.0.1'],
  ['10.0.0.1', '10.0.0.2', '10.0.0.2'],
  ['10.0.0.1', '192.0.2.1, unknown', '10.0.0.1'],
  ['10.0.0.1', '192.0.2.1, <script>, 10.0.0.2', '10.0.0.2'],
  ['::ffff:10.0.0.1', '192.0.2.1', '192.0.2.1'],
  ['10.0.0.1', '::ffff:192.0.2.1', '192.0.2.1'],
  ['10.0.0.1', '192.0.2.1:4711', '192.0.2.1'],
  ['10.0.0.1', '[2001:db8::1]:4711', '2001:db8::1'],
  ['10.0.0.1', '2001:db8::1', '2001:db8::1'],
  ['fd00::1', '2001:db8::1', '2001:db8::1'],
  ['fd00::1%eth0', '2001:db8::1', '2001:db8::1'],
])('behind proxies of ours: from %s, which says %j, it is %s', (peer, said, expected) => {
  expect(address(['10.0.0.0/8', 'fd00::/8'], peer, said)).toBe(expected);
});

test('whatever somebody writes before it, the last address that is no proxy counts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.ipV4(), (junk, client) => {
      fc.pre(!client.startsWith('10.'));
      expect(address(['10.0.0.0/8'], '10.0.0.1', `${junk}, ${client}, 10.0.0.2`)).toBe(client);
    }),
  );
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::6', '2001:db8:1:2'],
  ['2001:0db8:0001::6', '2001:db8:1:0'],
  ['::1', '0:0:0:0'],
  ['2001:db8::', '2001:db8:0:0'],
  ['1:2:3:4:5:6:7::', '1:2:3:4'],
  ['::2:3:4:5:6:7:8', '0:2:3:4'],
  ['', ''],
])('the network of %j is %j', (address, expected) => {
  expect(networkOf(address)).toBe(expected);
});

describe('limits for an address', () => {
  afterEach(closeDesks);
  const ask = async (env: Record<string, string>, forwarded: (n: number) => string) => {
    const desk = await startDesk({ env: { RATE_LIMIT: 'on', ...env } });
    let last = 0;
    for (let n = 0; n <= 60; n += 1)
      last = (await desk.post('/webchat/token', undefined, { 'x-forwarded-for': forwarded(n) })).status;
    return last;
  };

  test('are not escaped by a header that nobody vouches for', async () => {
    expect(await ask({}, (n) => `192.0.2.${n}`)).toBe(429);
    expect(await ask({ TRUSTED_PROXIES: '10.0.0.1' }, (n) => `192.0.2.${n}`)).toBe(429);
  });

  test('are not escaped by changing among the addresses of one network', async () => {
    const behind = { TRUSTED_PROXIES: '127.0.0.1,::1' };
    expect(await ask(behind, (n) => `2001:db8:1:2:${n}::1`)).toBe(429);
    expect(await ask(behind, (n) => `2001:db8:1:${n}::1`)).toBe(200);
  });

  test('count each person behind a proxy of ours, and not what they claim', async () => {
    expect(await ask({ TRUSTED_PROXIES: '127.0.0.1,::1' }, (n) => `192.0.2.${n}`)).toBe(200);
    expect(await ask({ TRUSTED_PROXIES: '127.0.0.1,::1' }, (n) => `192.0.2.${n}, 192.0.2.77`)).toBe(429);
  });
});
