/** Answers with a PDF that no cache keeps; `name` is the file's, without its ending. It opens in the browser. */
export function pdfAnswer(pdf: Uint8Array, name: string, disposition: "inline" | "attachment" = "inline"): Response {
  return new Response(new Uint8Array(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `${disposition}; filename="${name}.pdf"`,
      "Cache-Control": "private, no-store",
    },
  });
}
