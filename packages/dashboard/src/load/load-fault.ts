/** Why a load cannot go on, in sentences for people. */
export class LoadFault extends Error {
  override readonly name = 'LoadFault';
}
