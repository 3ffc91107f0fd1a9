{{/*
The pair that signs and verifies tokens of demonstrations (ECDSA, P-256), for the Secret. Takes root and kept: what the
cluster has already. Helm can make a private key, but of its public half nothing except a certificate; Node takes one
for a public key, whatever its dates. Charts before this one kept a random text there, which signs nothing: it is replaced.
*/}}
{{- define "engines.demoKey" -}}
{{- $names := .root.Values.global.auth.demoKey.existingSecret -}}
{{- $key := get .kept $names.privateKey | b64dec -}}
{{- $certificate := get .kept $names.publicKey | b64dec -}}
{{- if not (contains "PRIVATE KEY" $key) -}}
{{- $key = genPrivateKey "ecdsa" -}}
{{- $certificate = "" -}}
{{- end -}}
{{- if not $certificate -}}
{{- $certificate = (genSelfSignedCertWithKey "skillstream demo" nil nil 3650 $key).Cert -}}
{{- end -}}
{{ $names.privateKey | quote }}: {{ b64enc $key }}
{{ $names.publicKey | quote }}: {{ b64enc $certificate }}
{{- end }}

{{/* Says `true` where the pair is made here. */}}
{{- define "engines.makesDemoKey" -}}
{{- with .Values.global.auth.demoKey }}{{ if and .enabled (not .existingSecret.name) }}true{{ end }}{{ end -}}
{{- end }}

{{/* Keys of the pair that would have to be made. Takes root and kept. */}}
{{- define "engines.missingDemoKeys" -}}
{{- $names := .root.Values.global.auth.demoKey.existingSecret -}}
{{- $missing := list -}}
{{- if not (contains "PRIVATE KEY" (get .kept $names.privateKey | b64dec)) }}{{ $missing = append $missing $names.privateKey }}{{ end -}}
{{- if not (get .kept $names.publicKey) }}{{ $missing = append $missing $names.publicKey }}{{ end -}}
{{- toYaml $missing -}}
{{- end }}
