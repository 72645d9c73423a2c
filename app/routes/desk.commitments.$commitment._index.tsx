import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { CommitmentPage } from "~/commitments/commitment-page";
import { viewCommitment } from "~/commitments/commitment-view.server";
import { readCommitment } from "~/commitments/commitments.server";
import { DeskFrame } from "~/desk/desk-frame";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { documentTitle } from "~/ui/document-title";
import { Notice } from "~/ui/notice";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.commitments_title()) }];

/** One promise; `?settled` where somebody else had said before what became of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { me, commitment } = await readCommitment(db, parameter(params, "commitment"));
  return { me, commitment: viewCommitment(commitment), settled: new URL(request.url).searchParams.has("settled") };
}

export default function Commitment() {
  const { me, commitment, settled } = useLoaderData<typeof loader>();
  return (
    <DeskFrame me={me}>
      {settled && <Notice live tone="warning" title={m.commitments_error_settled()} />}
      <CommitmentPage commitment={commitment} />
    </DeskFrame>
  );
}
