import { Link } from "@remix-run/react";
import type { PendingEmail } from "~/contact-details/detail.schema";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Notice } from "~/ui/notice";

/** What was asked for and does not count yet: addresses that wait for a code, a name that waits for us. */
export function OnItsWay({ pendingEmails, nameRequest }: { pendingEmails: PendingEmail[]; nameRequest: string | null }) {
  return (
    <>
      {pendingEmails.map(({ proof, email }) => (
        <Notice key={proof} title={m.account_email_waits_title()}>
          <p>
            <bdi className="font-semibold">{email}</bdi>: {m.account_email_waits_text()}{" "}
            <Link to={paths.verifyEmail(proof)}>{m.account_enter_code()}</Link>
          </p>
        </Notice>
      ))}
      {nameRequest && (
        <Notice title={m.account_name_waits_title()}>
          <p><bdi className="font-semibold">{nameRequest}</bdi>: {m.account_name_waits_text()}</p>
        </Notice>
      )}
    </>
  );
}
