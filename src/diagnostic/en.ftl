# What the program says to authors, by the name of each code: the message, and its help.

## 01 Files

## 02 YAML

## 03 Settings

## 04 Documents

## 05 Markdown and references

## 06 Fluent and locales

## 07 Templates

## 08 Routes and outputs

## 09 The output folder and the machine
