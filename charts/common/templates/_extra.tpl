{{/*
Objects of the user's own, each a document; templates in their texts see what the chart's do. Of two by one name helm would
make the first and then fail.
*/}}
{{- define "common.extraObjects" -}}
{{- $seen := dict -}}
{{- range .Values.extraObjects }}
{{- $text := tpl (toYaml .) $ -}}
{{- $object := fromYaml $text -}}
{{- $group := regexReplaceAll "/?[^/]+$" $object.apiVersion "" -}}
{{- $namespace := $object.metadata.namespace | default $.Release.Namespace -}}
{{- $id := printf "%s %s/%s" $object.kind $namespace $object.metadata.name -}}
{{- if hasKey $seen (printf "%s %s" $group $id) -}}
{{- fail (printf "%s: extraObjects has %s twice" $.Chart.Name $id) -}}
{{- end -}}
{{- $_ := set $seen (printf "%s %s" $group $id) true }}
---
{{ $text }}
{{- end }}
{{- end }}
