import { Form } from "@remix-run/react";
import type { FormProps } from "@remix-run/react";
import type { Ref } from "react";

/** The form field that carries `requestId`. */
export const REQUEST_ID = "request_id";

/**
 * A form that acts. It works without scripts, and its messages come from the server in the person's
 * language, so the browser's own are off. With a `requestId` (unique for each rendering) sending it
 * twice acts once.
 */
export function PostForm({ requestId, formRef, children, ...rest }: Omit<FormProps, "method" | "noValidate"> & { requestId?: string; formRef?: Ref<HTMLFormElement> }) {
  return (
    <Form ref={formRef} method="post" noValidate {...rest}>
      {requestId && <input type="hidden" name={REQUEST_ID} value={requestId} />}
      {children}
    </Form>
  );
}
