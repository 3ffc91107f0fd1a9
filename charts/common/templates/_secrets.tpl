{{/* Variables that come from Secrets. Takes root and engines (a list of kafka, mongodb, redis). */}}
{{- define "common.secretEnv" -}}
{{- $variables := dict "kafka" "KAFKA_SASL_PASSWORD" "mongodb" "MONGO_PASSWORD" "redis" "REDIS_PASSWORD" }}
{{- range .engines }}
{{- include "common.engine.password" (dict "root" $.root "engine" . "variable" (get $variables .)) }}
{{- end }}
{{- end }}

{{/*
Checksum over the user's own Secrets that a pod uses, so that an upgrade after a changed password restarts it. Only a
run with access to the cluster can read them; elsewhere it is the same always. Takes root and engines.
*/}}
{{- define "common.secretChecksum" -}}
{{- $seen := list -}}
{{- range .engines -}}
{{- $engine := index $.root.Values.global . -}}
{{- range compact (list $engine.existingSecret.name (ternary $engine.tls.caSecret.name "" $engine.tls.enabled)) -}}
{{- $found := lookup "v1" "Secret" $.root.Release.Namespace . -}}
{{- $seen = append $seen (dict . ($found.data | default dict)) -}}
{{- end -}}
{{- end -}}
{{- if $seen -}}
checksum/secrets: {{ toJson $seen | sha256sum }}
{{- end -}}
{{- end }}

{{/* Volumes and mounts for the certificate authorities of engines with TLS. Take root and engines. */}}
{{- define "common.caVolumes" -}}
{{- range .engines }}
{{- $tls := (index $.root.Values.global .).tls }}
{{- if and $tls.enabled $tls.caSecret.name }}
- name: {{ . }}-ca
  secret:
    secretName: {{ $tls.caSecret.name }}
    items:
      - key: {{ $tls.caSecret.key }}
        path: ca.crt
{{- end }}
{{- end }}
{{- end }}

{{- define "common.caMounts" -}}
{{- range .engines }}
{{- $tls := (index $.root.Values.global .).tls }}
{{- if and $tls.enabled $tls.caSecret.name }}
- name: {{ . }}-ca
  mountPath: {{ include "common.engine.caFile" . | dir }}
  readOnly: true
{{- end }}
{{- end }}
{{- end }}
