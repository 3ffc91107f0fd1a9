{{/* Without the demo engines every engine needs an address, and nobody makes the demo key. */}}
{{- define "skillstream.checks" -}}
{{- include "common.checks.release" . -}}
{{- if and .Values.generator.enabled (not .Values.generator.token.existingSecret.name) -}}
{{- if not .Values.global.auth.demoKey.enabled -}}
{{- fail "generator.enabled needs a token: name a Secret in generator.token.existingSecret.name, since global.auth.demoKey.enabled is false" -}}
{{- end -}}
{{- if ne .Values.global.auth.audience "skillstream" -}}
{{- fail "generator.enabled needs a token for global.auth.audience: name a Secret in generator.token.existingSecret.name" -}}
{{- end -}}
{{- end -}}
{{- if .Values.tokens.enabled -}}
{{- if not .Values.global.auth.demoKey.enabled -}}
{{- fail "tokens.enabled signs by the demo key, and global.auth.demoKey.enabled is false: ask the issuer for a token" -}}
{{- end -}}
{{- if ne .Values.global.auth.audience "skillstream" -}}
{{- fail "tokens.enabled signs tokens for the audience skillstream alone, and global.auth.audience is another" -}}
{{- end -}}
{{- end -}}
{{- if not .Values.engines.enabled -}}
{{- range $engine, $key := dict "kafka" "brokers" "mongodb" "url" "redis" "url" -}}
{{- if not (index $.Values.global $engine $key) -}}
{{- fail (printf "engines.enabled is false, so global.%s.%s is needed" $engine $key) -}}
{{- end -}}
{{- end -}}
{{- with .Values.global.auth.demoKey -}}
{{- if and .enabled (not .existingSecret.name) -}}
{{- fail "engines.enabled is false, so nobody makes the demo key: set global.auth.issuer, and global.auth.demoKey.enabled to false, or name a key of yours in global.auth.demoKey.existingSecret.name" -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}
