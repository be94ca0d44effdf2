/** How much a grant allows. */
export const grantLevels = ['read', 'write', 'super'] as const;
export type GrantLevel = (typeof grantLevels)[number];

const readDatabase = ['DESCRIBE'];
const writeDatabase = [...readDatabase, 'CREATE_TABLE', 'ALTER'];
const readTable = ['SELECT', 'DESCRIBE'];
const writeTable = [...readTable, 'INSERT', 'DELETE'];

/**
 * Permissions by level. Never ALL: Lake Formation answers it with what it stands for, and every plan shows
 * a change. https://github.com/hashicorp/terraform-provider-aws/issues/49453
 */
export const databasePermissions: Readonly<Record<GrantLevel, readonly string[]>> = {
  read: readDatabase,
  write: writeDatabase,
  super: [...writeDatabase, 'DROP'],
};

export const tablePermissions: Readonly<Record<GrantLevel, readonly string[]>> = {
  read: readTable,
  write: writeTable,
  super: [...writeTable, 'ALTER', 'DROP'],
};
