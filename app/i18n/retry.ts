import { getLocale } from "./locale";
import { m } from "./messages";
import { longMoment, timeOfDay } from "./times";

/** Why nothing was done, and from when it works again. `retryAt` is an ISO timestamp. */
export function tooManyWords(retryAt: string, now = new Date()): string {
  return m.shell_too_many({ when: retryTime(retryAt, now) });
}

/** "14:05", or "2 December 2026 at 14:05" where that is more than twelve hours away. */
function retryTime(retryAt: string, now: Date): string {
  const far = new Date(retryAt).getTime() - now.getTime() > 12 * 3_600_000;
  return far ? longMoment(retryAt, getLocale()) : timeOfDay(retryAt, getLocale());
}

/** "in 7 minutes (14:05)", "in 22 hours (2 December 2026 at 14:05)". */
export function retryWait(retryAt: string, now = new Date()): string {
  const minutes = Math.max(1, Math.ceil((new Date(retryAt).getTime() - now.getTime()) / 60_000));
  const words = new Intl.RelativeTimeFormat(getLocale());
  return `${minutes < 120 ? words.format(minutes, "minute") : words.format(Math.ceil(minutes / 60), "hour")} (${retryTime(retryAt, now)})`;
}
