import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { CodeBlock } from "~/ui/code-block";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";

/** A token that was just made; it is shown here and never again. The way on loads a new page, in which nothing of it is left. */
export function NewToken({ name, token }: { name: string; token: string }) {
  return (
    <div className="max-w-3xl">
      <PageTitle caption={<bdi>{name}</bdi>}>{m.interfaces_token_made()}</PageTitle>
      <CodeBlock label={m.interfaces_token()}>{token}</CodeBlock>
      <Notice live tone="warning" title={m.interfaces_token_once_title()}><p>{m.interfaces_token_once_text()}</p></Notice>
      <ButtonLink reloadDocument to={paths.interfaces()}>{m.interfaces_token_kept()}</ButtonLink>
    </div>
  );
}
