import { customerCaption } from "~/customer-caption";
import { getLocale } from "~/i18n/locale";
import { shortDay, timeOfDay } from "~/i18n/times";
import type { CallerCheck, CheckedCustomer } from "./caller-check.schema";
import type { CheckView } from "./check-view";

/** A check made ready for its panel: times in words, and the seconds for which a passed one still holds. */
export function viewCheck({ expiresAt, lockedUntil, pinFrom, code, ...check }: CallerCheck): CheckView {
  const locale = getLocale();
  return {
    ...check,
    secondsLeft: expiresAt ? Math.max(0, Math.round((Date.parse(expiresAt) - Date.parse(check.asOf)) / 1000)) : null,
    lockedUntil: lockedUntil && timeOfDay(lockedUntil, locale),
    pinFrom: pinFrom && shortDay(pinFrom, locale),
    code: code && { email: code.email, at: timeOfDay(code.at, locale) },
  };
}

/** A check's page, made ready. */
export function viewCheckPage({ me, accountNumber, name, note, check }: CheckedCustomer) {
  return { me, note, account: accountNumber, caption: customerCaption({ name, accountNumber }), check: viewCheck(check) };
}
