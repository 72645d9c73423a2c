import type { RequestHandler, Response } from "express";
import helmet from "helmet";
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { WebSettings } from "./settings.ts";

/** Helmet's headers, and a Content-Security-Policy whose nonce the pages get as `cspNonce`. */
export function securityHeaders({ secure, development }: WebSettings): RequestHandler[] {
  const headers = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: development ? developmentPolicy : productionPolicy },
    // With Helmet's own "no-referrer" browsers send "Origin: null" on plain forms, which looks like another site.
    referrerPolicy: { policy: "strict-origin-when-cross-origin" },
    xFrameOptions: { action: "deny" },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  });
  return [makeNonce, headers];
}

const makeNonce: RequestHandler = (_request, response, next) => {
  response.locals.cspNonce = randomBytes(16).toString("base64");
  next();
};

// Helmet knows Express's response only as the plain one of Node.
const nonce = (_request: IncomingMessage, response: ServerResponse) => `'nonce-${String((response as Response).locals.cspNonce)}'`;

// Remix's preload links carry no nonce, so scripts may also come from our own files; nothing else lies there.
const productionPolicy = {
  defaultSrc: ["'none'"],
  baseUri: ["'none'"],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  imgSrc: ["'self'", "data:"],
  manifestSrc: ["'self'"],
  scriptSrc: ["'self'", nonce],
  styleSrc: ["'self'", nonce],
};

// Vite puts styles into the page and talks through a socket.
const developmentPolicy = {
  ...productionPolicy,
  connectSrc: ["'self'", "ws:"],
  styleSrc: ["'self'", "'unsafe-inline'"],
};
