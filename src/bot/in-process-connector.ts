import type { Activity } from 'botbuilder';
import { ConnectorFactory, type ConnectorClient } from 'botframework-connector';

/**
 * The service URL of channels that live in this process. It is not an address: no HTTP client can call it, and what names
 * it from outside is refused.
 */
export const inProcessUrl = 'urn:records-desk:in-process';

/** Takes one of the bot's activities to its conversation and gives it an id. */
export type Deliver = (conversation: string, activity: Partial<Activity>) => Promise<{ readonly id: string }>;

/** Gives out connectors that deliver in this process what others would post to a service URL. */
export class InProcessConnectorFactory extends ConnectorFactory {
  constructor(private readonly deliver: Deliver) {
    super();
  }

  override create(): Promise<ConnectorClient> {
    const { deliver } = this;
    const conversations = {
      sendToConversation: deliver,
      replyToActivity: (conversation: string, _replyToId: string, activity: Partial<Activity>) =>
        deliver(conversation, activity),
    };
    // The adapter calls these two and no more; the class behind the type brings a whole HTTP client.
    return Promise.resolve({ conversations } as unknown as ConnectorClient);
  }
}
