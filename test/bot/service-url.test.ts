import { isLoopbackServiceUrl, isMicrosoftServiceUrl } from '../../src/bot/service-url';

test.each([
  'https://smba.trafficmanager.net/uk/',
  'https://smba.trafficmanager.net/emea/7f0c7d2e-0000-4000-8000-000000000002/',
  'https://smba.trafficmanager.net',
  'https://directline.botframework.com/',
  'https://europe.webchat.botframework.com/',
  'https://smba.infra.gcc.teams.microsoft.com/',
])('%s is a channel of Microsoft', (url) => {
  expect(isMicrosoftServiceUrl(url)).toBe(true);
});

const elsewhere = [
  'http://smba.trafficmanager.net/',
  'ftp://smba.trafficmanager.net/',
  'file:///etc/passwd',
  'smba.trafficmanager.net',
  '//smba.trafficmanager.net',
  'https:smba.trafficmanager.net',
  'https:/smba.trafficmanager.net',
  'HTTPS://smba.trafficmanager.net/',
  'https://SMBA.trafficmanager.net/',
  'https://smba.trafficmanager.net./',
  'https://smba.trafficmanager.net:8443/',
  'https://smba.trafficmanager.net:443/',
  'https://smba.trafficmanager.net:0/',
  'https://smba.trafficmanager.net:65536/',
  'https://smba.trafficmanager.net.evil.example/',
  'https://evil.example/smba.trafficmanager.net',
  'https://evil.example#smba.trafficmanager.net',
  'https://evil.example?smba.trafficmanager.net',
  'https://evil.example\\.botframework.com/',
  'https://evil.example\\@smba.trafficmanager.net/',
  'https://smba.trafficmanager.net@evil.example/',
  'https://smba.trafficmanager.net:x@evil.example/',
  'https://user:pass@smba.trafficmanager.net/',
  'https://botframework.com.evil.example/',
  'https://evilbotframework.com/',
  'https://smba.trafficmanager.net/../x',
  'https://smba.trafficmanager.net/%2e%2e/x',
  'https://smba.trafficmanager.net/?a=b',
  'https://smba.trafficmanager.net/#a',
  'https://smba.traffic\tmanager.net/',
  'https://smba.trafficmanager.net/\n',
  ' https://smba.trafficmanager.net/',
  'https://smba.trafficmanager.net /',
  'https://smba.trafficmanager。net/',
  'https://ѕmba.trafficmanager.net/',
  'https://xn--mba-jdd.trafficmanager.net/',
  'https://smba。trafficmanager.net/',
  'https://169.254.169.254/latest/meta-data/',
  'http://169.254.169.254/',
  'https://127.0.0.1/',
  'https://localhost/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'urn:records-desk:in-process',
  '',
];

test.each(elsewhere)('%j is not', (url) => {
  expect(isMicrosoftServiceUrl(url)).toBe(false);
});

test.each(['http://localhost:56150', 'http://127.0.0.1:56150/', 'http://[::1]:56150/', 'https://localhost/'])(
  '%s is this machine',
  (url) => {
    expect(isLoopbackServiceUrl(url)).toBe(true);
  },
);

test.each([
  'http://0/',
  'http://0.0.0.0/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://127.1/',
  'http://127.0.0.1.evil.example/',
  'http://localhost./',
  'http://localhost.evil.example/',
  'http://localhost@evil.example/',
  'http://evil.example#localhost',
  'http://LOCALHOST/',
  'http://[::ffff:127.0.0.1]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://169.254.169.254/',
  'file://localhost/etc/passwd',
  ...elsewhere.filter((url) => !url.startsWith('https://localhost') && !/127\.0\.0\.1\/$|\[::1\]/.test(url)),
])('%j is not this machine, or not written plainly', (url) => {
  expect(isLoopbackServiceUrl(url)).toBe(false);
});
