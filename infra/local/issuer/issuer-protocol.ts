/** The OpenID client of a user pool, from the template. */
export interface IssuerClient {
  id: string;
  callbacks: string[];
}

/** What the thread of the issuer starts with. */
export interface IssuerData {
  url: string;
  port: number;
  host: string;
  clients: IssuerClient[];
  /** Offset of the twin's clock in milliseconds, shared by all threads. */
  clockOffset: SharedArrayBuffer;
  /** Where the package `oidc-provider` is. */
  provider: string;
  users: string[];
}

/** What the thread is told: who is in the pool now. */
export interface UsersMessage {
  users: string[];
}
