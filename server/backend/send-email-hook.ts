import type { EmailDriver } from "@supabase/lite";
import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";

/**
 * Lets Lite hand its codes to the site in the way of hosted Supabase's Send Email hook: a POST signed after
 * Standard Webhooks, so that the site has one way for both. Lite's driver only sees the finished mail; the
 * code and the kind of mail are read off its text. Throws when the site refuses or stays silent for 5 s,
 * so that whoever asked for the code learns of it.
 * See https://supabase.com/docs/guides/auth/auth-hooks/send-email-hook.
 */
export function sendEmailHookDriver(hook: { url: string; secret: string; siteUrl: string }): EmailDriver {
  const webhook = new Webhook(hook.secret.replace(/^v1,/, ""));
  return {
    send: async ({ to, text }) => {
      const id = randomUUID();
      const now = new Date();
      const body = JSON.stringify({ user: { email: to }, email_data: readMail(text ?? "", hook.siteUrl) });
      const response = await fetch(hook.url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "webhook-id": id,
          "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
          "webhook-signature": webhook.sign(id, now, body),
        },
        body,
        signal: AbortSignal.timeout(5000),
      });
      if (!response.ok) throw new Error(`The Send Email hook answered ${response.status}`);
    },
  };
}

function readMail(text: string, siteUrl: string) {
  const token = /: (\d{8})$/m.exec(text)?.[1];
  if (!token) throw new Error("Auth's mail carries no code of 8 digits");
  const link = /https?:\S+$/m.exec(text)?.[0];
  const query = link ? new URL(link).searchParams : new URLSearchParams();
  return {
    token,
    token_hash: query.get("token") ?? "",
    redirect_to: query.get("redirect_to") ?? siteUrl,
    email_action_type: query.get("type") ?? "reauthentication",
    site_url: siteUrl,
  };
}
