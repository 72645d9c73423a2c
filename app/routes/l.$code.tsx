import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { refuseCode } from "~/letters/typed-code-answer.server";
import { TypedCodePage } from "~/letters/typed-code-page";
import { findTypedCode } from "~/letters/typed-code.server";
import { linkPage } from "~/mail/link-page.server";
import { parameter } from "~/parameter";
import { documentTitle } from "~/ui/document-title";

export const meta: MetaFunction = () => [{ title: documentTitle(m.letters_code_title()) }, { name: "robots", content: "noindex" }];

/** Where a letter's QR code leads: on to the page that its code stands for, or to the form where it can be typed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const typed = parameter(params, "code");
  const answer = await findTypedCode(typed, request);
  if (answer.state === "found") throw redirect(linkPage(answer.purpose, answer.link));
  return refuseCode(answer, typed);
}

export default function ShortLink() {
  const { typed, error } = useLoaderData<typeof loader>();
  return <TypedCodePage typed={typed} error={error} />;
}
