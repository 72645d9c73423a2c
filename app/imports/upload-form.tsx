import { useNavigation } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { controlProps, FieldFrame } from "~/ui/field-frame";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";

/** The form name of the file. */
export const UPLOAD = "file";

/** Takes a file; while it is under way, says so and takes no second one. */
export function UploadForm({ error }: { error: string | undefined }) {
  const sending = useNavigation().formMethod === "POST";
  const field = { name: UPLOAD, hint: m.imports_file_hint(), error, required: true };
  return (
    <PostForm action={paths.imports()} encType="multipart/form-data" className="mb-(--gap)">
      {error && <ErrorSummary errors={[{ name: UPLOAD, message: error }]} />}
      <FieldFrame label={m.imports_file()} {...field}>
        <input className="control mt-1 py-1" type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" {...controlProps(field)} />
      </FieldFrame>
      {sending ? <Notice live title={m.imports_uploading()} /> : <Button>{m.imports_upload()}</Button>}
    </PostForm>
  );
}
