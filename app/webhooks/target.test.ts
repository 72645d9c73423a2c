import { expect, test } from "vitest";
import { isPublic, publicLookup, targetFault } from "./target.server";

test.each([
  "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.2.1", "198.18.0.1",
  "224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "::", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1",
  "fe80::1", "fec0::1", "fc00::1", "fd12:3456::1", "2002:7f00:1::", "2001::1", "2001:db8::1", "ff02::1", "::ffff:0:127.0.0.1",
])("%s is not public", (address) => {
  expect(isPublic(address)).toBe(false);
});

test.each(["8.8.8.8", "1.1.1.1", "172.32.0.1", "2606:4700:4700::1111", "::ffff:8.8.8.8"])("%s is public", (address) => {
  expect(isPublic(address)).toBe(true);
});

test.each([
  ["https://erp.example.com/hooks?from=kartei", null],
  ["https://erp.example.com:8443/hooks", null],
  ["http://erp.example.com/hooks", "not_https"],
  ["https://localhost/hooks", "private"],
  ["https://a.localhost./hooks", "private"],
  ["https://127.1/hooks", "private"],
  ["https://0x7f000001/hooks", "private"],
  ["https://2130706433/hooks", "private"],
  ["https://[::1]/hooks", "private"],
  ["https://[::ffff:7f00:1]/hooks", "private"],
  ["https://169.254.169.254/latest", "private"],
  ["https://user:password@erp.example.com/", "unreadable"],
  ["https://erp.example.com/#top", "unreadable"],
  ["https://erp.example.com/a b", "unreadable"],
  ["ftp://erp.example.com/", "unreadable"],
  ["javascript:alert(1)", "unreadable"],
  ["erp.example.com", "unreadable"],
  ["", "unreadable"],
])("%s: %s", (address, fault) => {
  expect(targetFault(address, false)).toBe(fault);
});

test("private targets and http are taken where that is configured", () => {
  expect(targetFault("http://127.0.0.1:9000/hooks", true)).toBeNull();
  expect(targetFault("file:///etc/passwd", true)).toBe("unreadable");
});

test.each([true, false])("a name that leads to this machine is refused (all: %s)", async (all) => {
  await expect(new Promise((resolve, reject) => {
    publicLookup("localhost", { all }, (error, address) => { if (error) reject(error); else resolve(address); });
  })).rejects.toMatchObject({ code: "target_refused" });
});
