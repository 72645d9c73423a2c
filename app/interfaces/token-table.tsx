import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { type Column, Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { VisuallyHidden } from "~/ui/visually-hidden";

/** A token as its list shows it, in the reader's words. */
export type TokenView = { id: string; name: string; scope: string; created: string; createdBy: string | null; lastUsed: string | null; revoked: string | null };

/** The tokens there are, each with the way to end it. */
export function TokenTable({ tokens }: { tokens: TokenView[] }) {
  return <Table caption={m.interfaces_tokens()} columns={columns()} rows={tokens} rowKey={({ id }) => id} />;
}

function columns(): Column<TokenView>[] {
  return [
    { label: m.interfaces_token_name(), cell: ({ name }) => <bdi className="font-semibold">{name}</bdi>, rowHeader: true },
    { label: m.interfaces_token_scope(), cell: ({ scope }) => scope },
    { label: m.interfaces_token_created(), cell: ({ created, createdBy }) => <>{created} <span className="text-ink-soft">· {createdBy ? <bdi>{createdBy}</bdi> : m.interfaces_token_by_command()}</span></> },
    { label: m.interfaces_token_last_used(), cell: ({ lastUsed }) => lastUsed ?? m.interfaces_token_never_used() },
    { label: m.interfaces_state(), cell: (token) => <State token={token} /> },
  ];
}

function State({ token: { id, name, revoked } }: { token: TokenView }) {
  if (revoked) return <Tag>{m.interfaces_token_revoked({ when: revoked })}</Tag>;
  return (
    <PostForm reloadDocument action={paths.tokenRevocation(id)}>
      <Button variant="quiet">{m.interfaces_token_revoke()}<VisuallyHidden> <bdi>{name}</bdi></VisuallyHidden></Button>
    </PostForm>
  );
}
