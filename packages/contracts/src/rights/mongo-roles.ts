import { engineRights, engineUsers } from './table.ts';

/**
 * The roles and users of MongoDB, as a script for its shell: `mongosh URL/admin FILE`. It takes the passwords from
 * variables like `INGESTION_PASSWORD`, and can be run again: it updates the roles and users that exist.
 */
export const mongoRolesScript = (): string => {
  const wanted = engineUsers.flatMap((user) => {
    const { mongo } = engineRights[user];
    return mongo ? [JSON.stringify([user, mongo.database, mongo.actions])] : [];
  });
  return `const wanted = [
  ${wanted.join(',\n  ')},
];
for (const [user, database, actions] of wanted) {
  const role = 'skillstream-' + user;
  const privileges = [{ resource: { db: database, collection: '' }, actions }];
  if (db.getRole(role)) db.updateRole(role, { privileges, roles: [] });
  else db.createRole({ role, privileges, roles: [] });
  const roles = [{ role, db: 'admin' }];
  if (db.getUser(user)) db.updateUser(user, { roles });
  else db.createUser({ user, pwd: process.env[user.toUpperCase() + '_PASSWORD'], roles });
}
`;
};
