/** Who may come in at the NTLM server of the benchmarks. */
export const account = { domain: 'Domain', user: 'User', password: 'Password' };
