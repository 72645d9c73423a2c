import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { answersPost } from "~/answers-post.server";
import { readPinPage, showPin } from "~/caller-checks/caller-pin.server";
import { PinPage } from "~/caller-checks/pin-page";
import { viewPin } from "~/caller-checks/pin-view.server";
import { AccountShell } from "~/customers/account-shell";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { documentTitle } from "~/ui/document-title";

export const meta: MetaFunction = () => [{ title: documentTitle(m.checks_pin_title()) }];

/** The way to a PIN to read out on the phone. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  if (answersPost(request)) return null;
  const { pin, ...head } = await readPinPage(db, parameter(params, "customer"));
  return { head, pin: viewPin(pin) };
}

/** Makes a PIN and shows it: here and now, for it is kept nowhere. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const { pin, shown, ...head } = await showPin(db, parameter(params, "customer"));
  return data({ head, pin: viewPin(pin, shown) }, { status: pin.state === "limited" ? 429 : 200 });
}

export default function CallerPin() {
  const stored = useLoaderData<typeof loader>();
  const page = useActionData<typeof action>() ?? stored;
  if (!page) return null;
  return (
    <AccountShell head={page.head}>
      <PinPage customer={page.head.customer.id} pin={page.pin} />
    </AccountShell>
  );
}
