import { Refused } from '../refused.ts';

const TIMEOUT_MS = 10_000;

export interface Slack {
  /**
   * Posts one message.
   * @throws Refused when it certainly was not posted; any other error when that is not known.
   */
  post(message: object): Promise<void>;
}

/** Slack through an incoming webhook, whose URL is a secret: the URL itself, or JSON with the URL in `url`. */
export function slackWebhook(secret: () => Promise<string>, send: typeof fetch = fetch): Slack {
  return {
    async post(message) {
      const response = await send(webhookUrl(await secret()), {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(message),
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const body = await response.text();
      if (response.ok) return;
      const reason = `slack-${response.status}-${codeOf(body)}`;
      if (response.status === 429) throw new Refused(reason, { isPermanent: false });
      if (response.status < 500) throw new Refused(reason, { isPermanent: true });
      throw new Error(reason);
    },
  };
}

function webhookUrl(secret: string): string {
  const trimmed = secret.trim();
  const url = URL.parse(trimmed.startsWith('{') ? urlIn(trimmed) : trimmed);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new Refused('slack-secret-holds-no-url', { isPermanent: true });
  }
  return url.href;
}

function urlIn(json: string): string {
  try {
    return String(JSON.parse(json).url);
  } catch {
    return '';
  }
}

/** Slack answers with an error code such as `invalid_payload`. (docs.slack.dev) */
function codeOf(body: string): string {
  return /^[a-z_]{1,40}$/.exec(body)?.[0] ?? 'unknown';
}
