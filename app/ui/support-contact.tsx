import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { company } from "../../kartei.config";
import { supportHours } from "./support-hours";

/** How to reach a person at the company, and when. */
export function SupportContact() {
  const { phone, email, hours } = company.support;
  return (
    <address className="not-italic wrap-anywhere">
      <p>
        <a href={`tel:${phone.replace(/[^+\d]/g, "")}`} className="inline-block py-3 tabular-nums">
          {phone}
        </a>{" "}
        <span className="text-ink-soft">({supportHours(hours, getLocale())})</span>
      </p>
      <p>
        {m.shell_support_or()} <a href={`mailto:${email}`} className="inline-block py-3">
          {email}
        </a>
      </p>
    </address>
  );
}
