{{/* Passwords to make: those of engines that run here and have no Secret of the user's. */}}
{{- define "engines.passwords" -}}
{{- range list "kafka" "mongodb" "redis" }}
{{- $engine := index $.Values.global . }}
{{- if and (include (printf "common.%s.own" .) $) (not $engine.existingSecret.name) }}
{{ $engine.existingSecret.passwordKey }}: 32
{{- end }}
{{- end }}
{{- end }}

{{/*
The Secret's data, made once: what the cluster has already is kept, and within one run every caller gets the same,
since the checksums of the pods must be those of the Secret that is installed with them.
*/}}
{{- define "engines.secretData" -}}
{{- if not (hasKey .Values "generated") -}}
{{- $kept := (lookup "v1" "Secret" .Release.Namespace (printf "%s-engines" .Release.Name)).data | default dict -}}
{{- $data := dict -}}
{{- range $key, $length := include "engines.passwords" . | fromYaml -}}
{{- $_ := set $data $key (get $kept $key | default (randAlphaNum (int $length) | b64enc)) -}}
{{- end -}}
{{- if include "engines.makesDemoKey" . -}}
{{- $data = merge $data (include "engines.demoKey" (dict "root" . "kept" $kept) | fromYaml) -}}
{{- end -}}
{{- $_ := set .Values "generated" $data -}}
{{- end -}}
{{- toYaml .Values.generated -}}
{{- end }}

{{/* Checksum of an engine's password, so that a pod restarts when it changes. Takes root and engine. */}}
{{- define "engines.secretChecksum" -}}
{{- $engine := index .root.Values.global .engine -}}
{{- if $engine.existingSecret.name -}}
{{ include "common.checksumOfSecrets" (dict "root" .root "names" (list $engine.existingSecret.name)) }}
{{- else -}}
checksum/secrets: {{ get (include "engines.secretData" .root | fromYaml) $engine.existingSecret.passwordKey | sha256sum }}
{{- end -}}
{{- end }}
