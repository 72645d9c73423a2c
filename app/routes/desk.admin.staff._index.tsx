import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { AdminFrame } from "~/desk/admin-frame";
import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { ChangeTable } from "~/staff/change-table";
import { SecondStepRule } from "~/staff/second-step-rule";
import { StaffTable } from "~/staff/staff-table";
import { viewStaff } from "~/staff/staff-view.server";
import { readStaff } from "~/staff/staff.server";
import { ButtonLink } from "~/ui/button";
import { documentTitle } from "~/ui/document-title";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.staff_title()) }];

const refused = ["second_step_not_offered", "second_step_not_taken"] as const;

/** Who works at the desk. `?refused=` tells why the rule about the second step stays as it is. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { me, ...overview } = await readStaff(db);
  const word = new URL(request.url).searchParams.get("refused");
  const reason = refused.find((one) => one === word);
  return { me, ...viewStaff({ me, ...overview }), refused: reason ? errorText(`staff_error_${reason}`) : null };
}

export default function Staff() {
  const { me, staff, secondStep, changes, refused } = useLoaderData<typeof loader>();
  return (
    <AdminFrame me={me}>
      <PageTitle intro={m.staff_intro()}>{m.staff_title()}</PageTitle>
      {refused && <Notice live tone="warning" title={refused} />}
      <p className="mb-3 flex flex-wrap items-baseline gap-x-5"><ButtonLink to={paths.newStaff()}>{m.staff_invite()}</ButtonLink> <Link to={paths.departments()}>{m.staff_departments()}</Link></p>
      <div className="grid gap-6">
        <StaffTable staff={staff} />
        <SecondStepRule {...secondStep} />
        {changes.length > 0 && <ChangeTable changes={changes} />}
      </div>
    </AdminFrame>
  );
}
