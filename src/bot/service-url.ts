/**
 * Replies are posted to the service URL that an activity names, so that it decides whom this server calls. Only hosts of
 * the Bot Framework are called, and only in the one spelling that means the same to every URL parser.
 */
export type IsServiceUrl = (serviceUrl: string) => boolean;

/** Where channels of the public Azure cloud live. A leading dot admits the hosts below a name. */
const microsoftHosts = ['smba.trafficmanager.net', '.botframework.com', '.teams.microsoft.com'];
const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];

export const isMicrosoftServiceUrl: IsServiceUrl = (serviceUrl) => {
  const url = plainUrl(serviceUrl);
  return (
    url?.protocol === 'https:' &&
    url.port === '' &&
    microsoftHosts.some((host) =>
      host.startsWith('.') ? url.hostname.endsWith(host) : url.hostname === host,
    )
  );
};

/** For a bot that runs on a developer's machine without an app id: the Emulator and its like. */
export const isLoopbackServiceUrl: IsServiceUrl = (serviceUrl) => {
  const url = plainUrl(serviceUrl);
  return url !== undefined && loopbackHosts.includes(url.hostname);
};

/** The URL if it is written plainly: no user, query, fragment, escapes, odd spelling of the host or characters that parsers differ over. */
function plainUrl(text: string): URL | undefined {
  const plain = /^https?:\/\/[a-z0-9.:[\]-]+(?:\/[\w./~-]*)?$/.test(text) && !text.includes('..');
  const url = plain && URL.canParse(text) ? new URL(text) : undefined;
  return url && (text === url.origin || text.startsWith(`${url.origin}/`)) ? url : undefined;
}
