{{/* The claim for an engine's data. Takes root and size. */}}
{{- define "engines.claim" -}}
{{- with .root.Values.persistence -}}
persistentVolumeClaimRetentionPolicy:
  whenDeleted: {{ .whenDeleted }}
  whenScaled: Retain
volumeClaimTemplates:
  - metadata:
      name: data
    spec:
      accessModes: [ReadWriteOnce]
      {{- with .storageClass }}
      storageClassName: {{ . | quote }}
      {{- end }}
      resources:
        requests:
          storage: {{ $.size }}
{{- end }}
{{- end }}

{{/* Folders that an image writes to besides its data. Takes a list of names. */}}
{{- define "engines.scratch" -}}
{{- range . }}
- name: {{ . }}
  emptyDir: {}
{{- end }}
{{- end }}

{{/*
Resources of an engine. Data in a folder of the node counts as its ephemeral storage, and has a limit of its own there: the
other would only evict an engine that is well. Takes root and resources.
*/}}
{{- define "engines.resources" -}}
{{- $limits := .resources.limits | default dict -}}
{{- if not .root.Values.persistence.enabled -}}
{{- $limits = omit $limits "ephemeral-storage" -}}
{{- end -}}
{{ merge (dict "limits" $limits) (omit .resources "limits") | toYaml }}
{{- end }}
