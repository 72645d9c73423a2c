import type { ActionFunctionArgs } from "@remix-run/node";
import { sendCode } from "~/mail/code.server";

/**
 * Auth's Send Email hook: Supabase posts each code here, signed, and we mail it in our own words. The code is never
 * stored. Answers 401 to a wrong signature.
 */
export function action({ request }: ActionFunctionArgs) {
  return sendCode(request);
}
