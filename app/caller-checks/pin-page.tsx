import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";
import { SupportContact } from "~/ui/support-contact";
import type { PinView } from "./pin-view";

/** The PIN that proves on the phone who is calling, once it is asked for. */
export function PinPage({ customer, pin }: { customer: string; pin: PinView }) {
  return (
    <>
      {pin.state === "limited" && <ErrorSummary errors={[{ message: m.checks_pin_limited({ time: pin.from }) }]} />}
      <PageTitle intro={m.checks_pin_intro()}>{m.checks_pin_title()}</PageTitle>
      {pin.state === "resting" && <Notice title={m.checks_pin_resting()}><p>{m.checks_pin_resting_text({ day: pin.from })}</p></Notice>}
      {pin.state === "off" && <Notice title={m.checks_pin_off()} />}
      {pin.state === "shown" && (
        <Notice live tone="success" title={m.checks_pin_yours()}>
          <p className="my-2 font-ref text-[2.5rem]/tight font-semibold tracking-widest" dir="ltr">{pin.pin}</p>
          <p>{m.checks_pin_until({ time: pin.until })}</p>
        </Notice>
      )}
      {(pin.state === "offered" || pin.state === "shown") && (
        <>
          <p className="mb-(--gap) max-w-prose">{m.checks_pin_advice()}</p>
          <PostForm action={paths.callerPin(customer)} reloadDocument>
            <Button variant={pin.state === "shown" ? "secondary" : "primary"}>{pin.state === "shown" ? m.checks_pin_another() : m.checks_pin_show()}</Button>
          </PostForm>
        </>
      )}
      <div className="mt-10"><SupportContact /></div>
    </>
  );
}
