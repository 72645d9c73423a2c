import { getLocale } from "~/i18n/locale";

/** A count as the reader's language writes it. */
export function whole(count: number): string {
  return new Intl.NumberFormat(getLocale(), { maximumFractionDigits: 0 }).format(count);
}

/** A duration in milliseconds: "80 ms", and from a second on "1.5 s". */
export function milliseconds(ms: number): string {
  return ms < 1000 ? unit(ms, "millisecond", 0) : unit(ms / 1000, "second", 1);
}

const steps = [["second", 1, 90], ["minute", 60, 90 * 60], ["hour", 3600, 36 * 3600], ["day", 86_400, Infinity]] as const;

/** How long something has been waiting, in one unit: "3 minutes", "2 days". */
export function age(from: string, now: Date): string {
  const seconds = Math.max((now.getTime() - Date.parse(from)) / 1000, 0);
  const [name, length] = steps.find(([, , below]) => seconds < below) ?? steps[3];
  return unit(seconds / length, name, 0, "long");
}

function unit(value: number, name: string, digits: number, unitDisplay: "short" | "long" = "short"): string {
  return new Intl.NumberFormat(getLocale(), { style: "unit", unit: name, unitDisplay, maximumFractionDigits: digits }).format(value);
}
