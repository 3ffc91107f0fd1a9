{{/* Without the demo engines every engine needs an address, and nobody makes the demo key. */}}
{{- define "skillstream.checks" -}}
{{- include "common.checks.release" . -}}
{{- $accounts := dict (printf "%s-engines" .Release.Name) "engines" -}}
{{- range $part := list "ingestion" "tagging" "analytics" "gateway" -}}
{{- with index $.Values $part "serviceAccount" -}}
{{- if and .create (not .name) -}}
{{- $_ := set $accounts (printf "%s-%s" $.Release.Name $part) $part -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- range $part := list "ingestion" "tagging" "analytics" "gateway" -}}
{{- $values := index $.Values $part -}}
{{- if and (ne $part "gateway") (ne (int $values.service.port) 80) (not (get $.Values.gateway.urls $part)) -}}
{{- fail (printf "%s.service.port is %d, and the gateway asks at 80: set gateway.urls.%s to http://%s-%s:%d, too" $part (int $values.service.port) $part $.Release.Name $part (int $values.service.port)) -}}
{{- end -}}
{{- with $values.serviceAccount -}}
{{- if and .create .name -}}
{{- if hasKey $accounts .name -}}
{{- fail (printf "%s.serviceAccount.name is %s, which %s.serviceAccount makes: name one that is there, with create: false, or two" $part .name (get $accounts .name)) -}}
{{- end -}}
{{- $_ := set $accounts .name $part -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- /* MongoDB takes no two that differ in case alone. */ -}}
{{- if eq (lower .Values.ingestion.database) (lower .Values.analytics.database) -}}
{{- fail (printf "ingestion.database is %s and analytics.database %s, and each would take the other's collections for its own: name two" .Values.ingestion.database .Values.analytics.database) -}}
{{- end -}}
{{- range $part := list "generator" "test" -}}
{{- include "common.checks.resources" (dict "place" (printf "%s.resources" $part) "resources" (index $.Values $part "resources")) -}}
{{- end -}}
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
