{{/* Passwords to make: those of engines that run here and have no Secret of the user's. */}}
{{- define "engines.passwords" -}}
{{- range list "kafka" "mongodb" "redis" }}
{{- $engine := index $.Values.global . }}
{{- if and (include (printf "common.%s.own" .) $) (not $engine.existingSecret.name) }}
{{- range include "engines.passwordKeys" (dict "root" $ "engine" .) | fromYamlArray }}
{{ . | quote }}: 32
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Keys of an engine's passwords: its admin's, then its users'. Takes root and engine. */}}
{{- define "engines.passwordKeys" -}}
- {{ (index .root.Values.global .engine).existingSecret.passwordKey | quote }}
{{- range include "engines.users" . | fromYamlArray }}
- {{ include "common.engine.passwordKey" (dict "root" $.root "engine" $.engine "user" .) | quote }}
{{- end }}
{{- end }}

{{/* Services that are users of an engine, each by its name. Takes root and engine. */}}
{{- define "engines.users" -}}
{{- keys (index (.root.Files.Get "files/rights.yaml" | fromYaml) .engine | default dict) | sortAlpha | toYaml -}}
{{- end }}

{{/* The admin's password as a variable, and for each user one like INGESTION_PASSWORD. Takes root, engine and variable. */}}
{{- define "engines.passwordEnv" -}}
{{- $secret := include "common.engine.secret" (dict "root" .root "engine" .engine) -}}
{{- $names := list .variable -}}
{{- range include "engines.users" . | fromYamlArray }}{{ $names = append $names (printf "%s_PASSWORD" (upper .)) }}{{ end -}}
{{- range $i, $key := include "engines.passwordKeys" . | fromYamlArray }}
- name: {{ index $names $i }}
  valueFrom:
    secretKeyRef:
      name: {{ $secret | quote }}
      key: {{ $key | quote }}
{{- end }}
{{- end }}

{{/*
The Secret, made once: what the cluster has already is kept, and within one run every caller gets the same, since the
checksums of the pods must be those of the Secret that is installed with them. As YAML: its data; whether it is immutable;
whether helm saw the cluster (_sight.tpl).
*/}}
{{- define "engines.secret" -}}
{{- if not (hasKey .Values "generated") -}}
{{- $_ := set .Values "generated" (include "engines.makeSecret" . | fromYaml) -}}
{{- end -}}
{{- toYaml .Values.generated -}}
{{- end }}

{{- define "engines.makeSecret" -}}
{{- $found := lookup "v1" "Secret" .Release.Namespace (printf "%s-engines" .Release.Name) -}}
{{- $kept := $found.data | default dict -}}
{{- $wanted := include "engines.passwords" . | fromYaml -}}
{{- $missing := list -}}
{{- range $key, $_ := $wanted }}{{ if not (get $kept $key) }}{{ $missing = append $missing $key }}{{ end }}{{ end -}}
{{- if include "engines.makesDemoKey" . -}}
{{- $missing = concat $missing (include "engines.missingDemoKeys" (dict "root" . "kept" $kept) | fromYamlArray) -}}
{{- end -}}
{{- $seen := or $found (include "engines.seesCluster" .) -}}
{{- include "engines.checks.secret" (dict "root" . "found" $found "seen" $seen "missing" $missing) -}}
{{- $data := dict -}}
{{- /* A volume may know a password that nobody asks for now: its engine may come back. */ -}}
{{- range $key, $value := $kept -}}
{{- if hasSuffix "-password" $key }}{{ $_ := set $data $key $value }}{{ end -}}
{{- end -}}
{{- range $key, $length := $wanted -}}
{{- $_ := set $data $key (get $kept $key | default (randAlphaNum (int $length) | b64enc)) -}}
{{- end -}}
{{- if include "engines.makesDemoKey" . -}}
{{- $names := .Values.global.auth.demoKey.existingSecret -}}
{{- range $key := list "publicKey" "privateKey" -}}
{{- if or (eq $names.publicKey $names.privateKey) (hasKey $wanted (get $names $key)) -}}
{{- fail (printf "global.auth.demoKey.existingSecret.%s is %s, and so is the key of something else in the same Secret" $key (get $names $key)) -}}
{{- end -}}
{{- end -}}
{{- $data = merge $data (include "engines.demoKey" (dict "root" . "kept" $kept) | fromYaml) -}}
{{- end -}}
{{- $locked := eq "true" (toString $found.immutable) -}}
{{- dict "data" (ternary $kept $data $locked) "immutable" (or $locked (empty $seen)) "seen" (not (empty $seen)) | toYaml -}}
{{- end }}

{{/* Checksum of an engine's passwords, so that a pod restarts when one changes. Takes root and engine. */}}
{{- define "engines.secretChecksum" -}}
{{- $engine := index .root.Values.global .engine -}}
{{- if $engine.existingSecret.name -}}
{{ include "common.checksumOfSecrets" (dict "root" .root "names" (list $engine.existingSecret.name)) }}
{{- else -}}
{{- $secret := include "engines.secret" .root | fromYaml -}}
{{- $texts := list -}}
{{- if $secret.seen -}}
{{- range include "engines.passwordKeys" . | fromYamlArray }}{{ $texts = append $texts (get $secret.data .) }}{{ end -}}
{{- end -}}
checksum/secrets: {{ join " " $texts | sha256sum }}
{{- end -}}
{{- end }}
