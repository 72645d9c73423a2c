import { createHash, timingSafeEqual } from "node:crypto";

/** Whether an `Authorization` header carries this token. Takes the same time however much of it is right. */
export function isBearer(authorization: string | undefined, token: string): boolean {
  return timingSafeEqual(hash(authorization ?? ""), hash(`Bearer ${token}`));
}

function hash(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
