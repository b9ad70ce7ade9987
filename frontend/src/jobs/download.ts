/** Has the browser fetch a file from our own server and save it. */
export function download(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  // The server names the file; without this attribute a PDF might open instead.
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
