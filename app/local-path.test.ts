import { expect, it } from "vitest";
import { localPath } from "./local-path";

it.each(["/", "/account/history", "/account?page=2", "/a//b"])("keeps %s", (path) => {
  expect(localPath(path)).toBe(path);
});

it.each([
  "https://elsewhere.example.com/",
  "//elsewhere.example.com",
  "/\\elsewhere.example.com",
  "/\t/elsewhere.example.com",
  "/..//elsewhere.example.com",
  "/.//elsewhere.example.com",
  "javascript:alert(1)",
  "account",
  "",
  "//",
  null,
])("answers %j with the front page", (path) => {
  expect(localPath(path)).toBe("/");
});

it("drops line breaks, which would start a new header", () => {
  expect(localPath("/a\r\nset-cookie: x=1")).not.toMatch(/[\r\n]/);
});
