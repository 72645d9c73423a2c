import { getLocale } from "~/i18n/locale";
import { longDay, timeOfDay } from "~/i18n/times";
import type { PinState } from "./caller-pin.server";
import type { PinView } from "./pin-view";

/** Whether a PIN can be shown, in words; `shown` is the one that was just made. */
export function viewPin(pin: PinState, shown = ""): PinView {
  const locale = getLocale();
  switch (pin.state) {
    case "shown":
      return { state: "shown", pin: shown, until: timeOfDay(pin.expiresAt, locale) };
    case "resting":
      return { state: "resting", from: longDay(pin.from, locale) };
    case "limited":
      return { state: "limited", from: timeOfDay(pin.retryAt, locale) };
    case "offered":
    case "off":
      return { state: pin.state };
  }
}
