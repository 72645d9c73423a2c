/**
 * Whether a loader runs only to complete the page that a posted form leads to. Remix gives such a loader a GET with
 * the form's headers; where the action's answer is all that the page shows, it need not ask the database again.
 */
export function answersPost(request: Request): boolean {
  return request.headers.has("content-type");
}
