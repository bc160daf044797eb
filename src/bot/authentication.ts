import { ConfigurationBotFrameworkAuthentication, type Activity } from 'botbuilder';
import {
  AuthenticationConstants,
  ClaimsIdentity,
  ConnectorFactory,
  type AuthenticateRequestResult,
  type ConnectorClient,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import { BoundedConnectorFactory } from './bounded-connector';
import { couldBeConnectorToken } from './connector-token';
import { InProcessConnectorFactory, inProcessUrl, type Deliver } from './in-process-connector';
import { isLoopbackServiceUrl, isMicrosoftServiceUrl, type IsServiceUrl } from './service-url';
import { within } from './within';

/** The bot's registration in Azure. */
export interface AzureApp {
  readonly id: string;
  readonly type: 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant';
  readonly tenantId?: string | undefined;
  readonly password?: string | undefined;
}

/** Why an activity was not taken, as an HTTP status. The message is fixed text and may be shown to anybody. */
export class Refused extends Error {
  constructor(
    readonly status: 401 | 403 | 503,
    message: string,
  ) {
    super(message);
    this.name = 'Refused';
  }
}

/** Who signs for the channels, and whom the bot may call. Tests put their own in its place. */
export interface Cloud {
  readonly issuer: string;
  /** The OpenID document that leads to the issuer's keys. */
  readonly metadataUrl: string;
  readonly isServiceUrl: IsServiceUrl;
  /** Instead of those made from the settings. */
  readonly credentials?: ServiceClientCredentialsFactory;
}

export const publicCloud: Cloud = {
  issuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
  metadataUrl: AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
  isServiceUrl: isMicrosoftServiceUrl,
};

/** `directline` is this server's own; the other is checked by the SDK against keys that nobody set. */
const closedChannels = ['directline', 'AseChannel'];

/** What fetching the issuer's keys may take. */
const longestCheck = 5_000;
const scope = AuthenticationConstants.ToChannelFromBotOAuthScope;

/**
 * The SDK's authentication with a door before it and two ways out behind it: to service URLs that are allowed, within a
 * time limit, and to channels in this process.
 */
export class DeskAuthentication extends ConfigurationBotFrameworkAuthentication {
  private readonly isServiceUrl: IsServiceUrl;
  private readonly inProcess: ConnectorFactory;

  constructor(
    private readonly app: AzureApp | undefined,
    deliver: Deliver,
    private readonly cloud: Cloud,
  ) {
    super({ ...optionsOf(cloud), ...optionsOfApp(app) }, cloud.credentials);
    this.isServiceUrl = app ? cloud.isServiceUrl : isLoopbackServiceUrl;
    this.inProcess = new InProcessConnectorFactory(deliver);
  }

  /** For activities of channels in this process: they were checked at their own door. */
  trusted(): AuthenticateRequestResult {
    const claims = this.app ? [{ type: AuthenticationConstants.AudienceClaim, value: this.app.id }] : [];
    return {
      audience: scope,
      claimsIdentity: new ClaimsIdentity(claims, true),
      connectorFactory: this.inProcess,
    };
  }

  /** Throws Refused before the SDK is asked when the header cannot be the Bot Connector's. */
  admit(authorization: string | undefined): void {
    if (this.app && !couldBeConnectorToken(authorization, this.cloud.issuer)) throw unauthorized();
  }

  override async authenticateRequest(
    activity: Activity,
    authorization: string,
  ): Promise<AuthenticateRequestResult> {
    this.admit(authorization);
    if (closedChannels.includes(activity.channelId)) throw unauthorized();
    if (!this.isServiceUrl(activity.serviceUrl))
      throw new Refused(403, 'The serviceUrl is not one that this bot may call.');
    const result = await within(
      longestCheck,
      'Checking a token',
      super.authenticateRequest(activity, authorization),
    ).catch(refuse);
    const connectorFactory = result.connectorFactory && new BoundedConnectorFactory(result.connectorFactory);
    return { ...result, ...(connectorFactory ? { connectorFactory } : {}) };
  }

  override createConnectorFactory(claims: ClaimsIdentity): ConnectorFactory {
    return new RoutingConnectorFactory(
      this.inProcess,
      super.createConnectorFactory(claims),
      this.isServiceUrl,
    );
  }
}

/** Chooses the way out by service URL; used when the bot speaks first. */
class RoutingConnectorFactory extends ConnectorFactory {
  constructor(
    private readonly inProcess: ConnectorFactory,
    private readonly outside: ConnectorFactory,
    private readonly isServiceUrl: IsServiceUrl,
  ) {
    super();
  }

  override async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    if (serviceUrl === inProcessUrl) return this.inProcess.create(serviceUrl, audience);
    if (!this.isServiceUrl(serviceUrl))
      throw new Error(`The bot may not call the service URL ${JSON.stringify(serviceUrl)}.`);
    return new BoundedConnectorFactory(this.outside).create(serviceUrl, audience);
  }
}

const unauthorized = () => new Refused(401, 'This request is not signed by the Bot Connector for this bot.');

/** The keys could not be fetched: come again. Everything else that the SDK throws is a token that does not hold. */
function refuse(error: unknown): never {
  const { name, statusCode } = error as { name?: string; statusCode?: number };
  const unreachable =
    name === 'FetchError' ||
    name === 'DeadlinePassed' ||
    (name === 'AuthenticationError' && statusCode === 500);
  throw unreachable
    ? new Refused(503, 'The request could not be checked just now. Try again.')
    : unauthorized();
}

/** All of them or none: once one is given, the SDK leaves the others undefined rather than at their defaults. */
function optionsOf({ issuer, metadataUrl }: Cloud) {
  return {
    ValidateAuthority: true,
    ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
    ToChannelFromBotOAuthScope: scope,
    ToBotFromChannelTokenIssuer: issuer,
    OAuthUrl: AuthenticationConstants.OAuthUrl,
    ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
    CallerId: 'urn:botframework:azure',
  };
}

function optionsOfApp(app: AzureApp | undefined) {
  if (!app) return {};
  const { id, type, tenantId, password } = app;
  return {
    MicrosoftAppId: id,
    MicrosoftAppType: type,
    ...(tenantId === undefined ? {} : { MicrosoftAppTenantId: tenantId }),
    ...(password === undefined ? {} : { MicrosoftAppPassword: password }),
  };
}
