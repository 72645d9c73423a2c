import { createClient } from "@supabase/supabase-js";
import type { SupabaseClient } from "@supabase/supabase-js";
import { codeIn, codeLine, mailsTo } from "./inbox.ts";
import type { Product } from "./product.ts";

/** A session that was opened by a code from the inbox. */
export interface Session {
  email: string;
  /** The access token. */
  token: string;
  refreshToken: string;
}

/** Auth as anybody reaches it with the publishable key. */
export function authOf(product: Product): SupabaseClient["auth"] {
  return createClient(product.apiUrl, product.publishableKey, { auth: { persistSession: false, autoRefreshToken: false } }).auth;
}

/** Signs in straight at Auth, which mails a code to every address, known to Kartei or not. */
export async function signIn(product: Product, email: string): Promise<Session> {
  const { error } = await authOf(product).signInWithOtp({ email });
  if (error) throw error;
  // Auth answers when the mail has left; what the worker mails may have come after it.
  const mail = (await mailsTo(product, email)).findLast(({ text }) => codeLine.test(text));
  if (!mail) throw new Error(`Auth has mailed no code to ${email}`);
  return trade(product, email, codeIn(mail));
}

/** Trades a code for a session. */
export async function trade(product: Product, email: string, token: string): Promise<Session> {
  const { data, error } = await authOf(product).verifyOtp({ email, token, type: "magiclink" });
  if (error ?? !data.session) throw error ?? new Error(`No session for ${email}`);
  return { email, token: data.session.access_token, refreshToken: data.session.refresh_token };
}
