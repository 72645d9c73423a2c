import { Form } from "@remix-run/react";
import type { FormProps } from "@remix-run/react";

/** The form field that carries `requestId`. */
export const REQUEST_ID = "request_id";

/**
 * A form that acts. It works without scripts, and its messages come from the server in the person's
 * language, so the browser's own are off. With a `requestId` (unique for each rendering) sending it
 * twice acts once.
 */
export function PostForm({ requestId, children, ...rest }: Omit<FormProps, "method" | "noValidate"> & { requestId?: string }) {
  return (
    <Form method="post" noValidate {...rest}>
      {requestId && <input type="hidden" name={REQUEST_ID} value={requestId} />}
      {children}
    </Form>
  );
}
