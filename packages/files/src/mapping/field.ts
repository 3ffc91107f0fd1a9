export { fileFields as fields, type FileField as Field } from '@skillstream/contracts/file-fields';
