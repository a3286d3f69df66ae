/** Of a list of bootstrap servers one; undefined for what is no address. */
export function addressIn(text: string): { readonly host: string; readonly port: number } | undefined {
  const [, host = '', port = ''] = /^\[?([\w.:%-]{1,253})\]?:(\d{1,5})$/.exec(text.trim()) ?? [];
  return host === '' ? undefined : { host: host.toLowerCase(), port: Number(port) };
}
