import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { Refusal } from "~/db/refusal";
import { AdminFrame } from "~/desk/admin-frame";
import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { DepartmentList, departmentField } from "~/staff/department-list";
import { readDepartmentName } from "~/staff/member-form.server";
import { viewStaff } from "~/staff/staff-view.server";
import { addDepartment, readStaff } from "~/staff/staff.server";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";
import { PageTitle } from "~/ui/page-title";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.staff_departments()) }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { me, ...overview } = await readStaff(db);
  return { me, departments: viewStaff({ me, ...overview }).departments };
}

/** Adds a department; a name that is taken is told beside its field. */
export async function action({ request }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const { typed, ...read } = readDepartmentName(await request.formData(), departmentField(""));
  if ("error" in read) return data({ code: "", typed, error: read.error }, { status: 422 });
  try {
    await addDepartment(db, read.name);
    return redirect(paths.departments());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return data({ code: "", typed, error: errorText(error.messageKey) }, { status: 422 });
  }
}

export default function Departments() {
  const { me, departments } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <AdminFrame me={me}>
      {answer && <ErrorSummary errors={[{ name: departmentField(answer.code), message: answer.error }]} />}
      <PageTitle caption={<Link to={paths.staff()}>{m.staff_title()}</Link>} intro={m.staff_departments_intro()}>{m.staff_departments()}</PageTitle>
      <DepartmentList departments={departments} answer={answer} />
    </AdminFrame>
  );
}
