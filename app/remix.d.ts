import "@remix-run/node";

declare module "@remix-run/node" {
  /** What the web server gives every loader and action. */
  interface AppLoadContext {
    /** The nonce of this answer's Content-Security-Policy. */
    cspNonce: string;
    /** The id under which the request stands in the log. */
    requestId: string;
  }
  interface Future {
    v3_singleFetch: true;
  }
}
