/**
 * The URL of one database of a MongoDB server.
 * @param url may have several hosts, a database and options; where it has a user and no `authSource`, the user is
 *   looked up in the database of the URL (MongoDB's default for it), else in `admin`
 */
export const withDatabase = (url: string, database: string): string => {
  const found = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/([^?]*))?(?:\?(.*))?$/.exec(url);
  if (!found) return url;
  const [, server, named, options] = found;
  const needsSource = server!.includes('@') && !/(^|&)authSource=/i.test(options ?? '');
  const all = [options, needsSource ? `authSource=${named || 'admin'}` : ''].filter(Boolean).join('&');
  return `${server}/${database}${all ? `?${all}` : ''}`;
};
