import { type ActionFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { formText } from "~/form-text";
import { m } from "~/i18n/messages";
import { refuseCode } from "~/letters/typed-code-answer.server";
import { CODE, TypedCodePage } from "~/letters/typed-code-page";
import { findTypedCode } from "~/letters/typed-code.server";
import { linkPage } from "~/mail/link-page.server";
import { documentTitle } from "~/ui/document-title";

export const meta: MetaFunction = () => [{ title: documentTitle(m.letters_code_title()) }];

/** Leads from a code that somebody typed off a letter to the page that it stands for. */
export async function action({ request }: ActionFunctionArgs) {
  const typed = formText(await request.formData(), CODE);
  const answer = await findTypedCode(typed, request);
  return answer.state === "found" ? redirect(linkPage(answer.purpose, answer.link)) : refuseCode(answer, typed);
}

export default function TypedCode() {
  const refused = useActionData<typeof action>();
  return <TypedCodePage typed={refused?.typed} error={refused?.error} />;
}
