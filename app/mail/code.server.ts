import { Webhook, WebhookVerificationError } from "standardwebhooks";
import { z } from "zod";
import { publicDb } from "~/db/client.server";
import { sendEmailHookSecret, siteUrl } from "~/env.server";
import { locales } from "~/i18n/locale";
import { paths } from "~/paths";
import type { Mail } from "~emails/index";
import { renderMail } from "./render";
import { send } from "./resend.server";

/** Minutes for which Auth accepts a code, as set in supabase/config.toml. */
const CODE_MINUTES = 10;

const hookSchema = z.object({ user: z.object({ email: z.string() }), email_data: z.object({ token: z.string().regex(/^\d{8}$/) }) });
const contextSchema = z.object({
  locale: z.enum(locales),
  purpose: z.enum(["sign_in", "prove_email", "check_caller"]),
  proofId: z.string().nullable(),
});

/**
 * Mails the code of a Send Email hook call (Standard Webhooks signature in the headers) in the language and for the
 * purpose in which it was asked. Answers 401 to a wrong signature, 502 when the mail did not leave, so that Auth tells its caller.
 */
export async function sendCode(request: Request): Promise<Response> {
  const headers = Object.fromEntries(request.headers);
  const hook = verify(await request.text(), headers);
  if (!hook) return new Response(null, { status: 401 });
  const { user: { email }, email_data: { token } } = hook;
  const context = await publicDb(request).call("code_mail_context", { email }, contextSchema);
  const mail = await renderMail(codeMail(token, context));
  const { outcome } = await send(email, mail, headers["webhook-id"] ?? token);
  return outcome === "sent" ? Response.json({}) : new Response(null, { status: 502 });
}

function verify(body: string, headers: Record<string, string>): z.infer<typeof hookSchema> | null {
  const secret = sendEmailHookSecret();
  if (!secret) return null;
  try {
    return hookSchema.parse(new Webhook(secret.replace(/^v1,/, "")).verify(body, headers));
  } catch (error) {
    if (error instanceof WebhookVerificationError) return null;
    throw error;
  }
}

function codeMail(code: string, { locale, purpose, proofId }: z.infer<typeof contextSchema>): Mail {
  if (purpose === "check_caller") return { kind: "caller_code", locale, code, minutes: CODE_MINUTES };
  if (purpose === "sign_in" || !proofId) return { kind: "sign_in_code", locale, code, minutes: CODE_MINUTES };
  return { kind: "new_email_code", locale, code, minutes: CODE_MINUTES, verifyUrl: siteUrl() + paths.verifyEmail(proofId) };
}
