import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { ErrorPage } from "~/ui/error-page";

export const meta: MetaFunction = () => [{ title: documentTitle(m.shell_error_429_title()) }];

/** Too many of something that has no page of its own, such as a file: `?at=` says from when it works again. */
export function loader({ request }: LoaderFunctionArgs) {
  const { data: retryAt } = z.iso.datetime({ offset: true }).safeParse(new URL(request.url).searchParams.get("at"));
  const wait = new Date(retryAt ?? 0).getTime() - Date.now();
  // Nothing that we count keeps anybody out for longer.
  if (!retryAt || wait < 0 || wait > 90 * 86_400_000) throw redirect(paths.home());
  return data({ retryAt }, { status: 429 });
}

export default function TryAgain() {
  return <ErrorPage status={429} retryAt={useLoaderData<typeof loader>().retryAt} />;
}
